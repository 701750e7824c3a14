package press.stet.testkit.walk;

import java.time.Instant;
import press.stet.model.command.Arrival;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;
import press.stet.testkit.rules.NewsroomInMemory;

/** One thing that happens to a newsroom from outside. Whatever it was decided on is in it: it can be taken again elsewhere. */
public sealed interface Step {

    void take(NewsroomInMemory newsroom);

    /** A command comes in. */
    record Sent(Arrival arrival) implements Step {
        @Override
        public void take(NewsroomInMemory newsroom) {
            newsroom.receive(arrival);
        }

        @Override
        public String toString() {
            Dispatch dispatch = arrival.dispatch();
            return arrival.at() + " by " + arrival.channel() + ": " + dispatch.actor() + " sends " + dispatch.id()
                    + ", " + told(dispatch.command());
        }

        /** Copy is told by its headline. */
        private static String told(Command command) {
            return switch (command) {
                case Command.FileStory file -> "FileStory[" + file.copy().headline() + "]";
                case Command.ReviseCopy revise ->
                    "ReviseCopy[" + revise.language() + " from " + revise.basedOn()
                            + (revise.submit() ? ", submitted" : "") + (revise.fromLive() ? ", from live" : "")
                            + ", overrules "
                            + revise.overrules() + ": "
                            + revise.copy().headline() + "]";
                case Command.DeliverTranslation deliver ->
                    "DeliverTranslation[" + deliver.language() + " of " + deliver.from() + "@" + deliver.version()
                            + ", replaces " + deliver.basedOn() + ": "
                            + deliver.copy().headline() + "]";
                case Command.FileEdition file -> "FileEdition[" + file.copy().headline() + "]";
                case Command.SubmitForReview _,
                        Command.TakeUpDraft _,
                        Command.ClaimReview _,
                        Command.AddNote _,
                        Command.AnswerNote _,
                        Command.ResolveNote _,
                        Command.WaiveCheck _,
                        Command.RecallFromReview _,
                        Command.DiscardDraft _,
                        Command.ApproveVersion _,
                        Command.RequestChanges _,
                        Command.RequestTranslation _,
                        Command.AssignTranslation _,
                        Command.ConfirmTranslation _,
                        Command.CancelTranslation _,
                        Command.PublishVersion _,
                        Command.SchedulePublication _,
                        Command.CancelSchedule _,
                        Command.WithdrawEdition _,
                        Command.ResendEdition _,
                        Command.OfTheStory _ -> command.toString();
            };
        }
    }

    /** Time passes until a moment, and what is due goes out. */
    record MomentCame(Instant moment) implements Step {
        @Override
        public void take(NewsroomInMemory newsroom) {
            newsroom.until(moment);
        }

        @Override
        public String toString() {
            return "it is " + moment;
        }
    }

    /** The house gives itself other rules. */
    record HouseChanged(HouseRules rules) implements Step {
        @Override
        public void take(NewsroomInMemory newsroom) {
            newsroom.house(rules);
        }

        @Override
        public String toString() {
            return "the house changes its rules to version " + rules.version() + ": " + rules.checks()
                    + ", translations "
                    + rules.translations() + ", languages "
                    + rules.languages() + ", sections " + rules.sections().keySet() + ", bylines of originals "
                    + rules.bylineOfOriginals() + " and of translations " + rules.bylineOfTranslations()
                    + ", translated from live " + rules.translateFromLive() + ", due within " + rules.deadlines();
        }
    }

    /** Other people work in the house. */
    record StaffChanged(Staff staff) implements Step {
        @Override
        public void take(NewsroomInMemory newsroom) {
            newsroom.staff(staff);
        }

        @Override
        public String toString() {
            return "the staff changes to version " + staff.version() + ": "
                    + staff.members().entrySet().stream()
                            .map(member -> member.getKey() + " "
                                    + member.getValue().stream()
                                            .map(grant -> grant.role().name() + grant.sections() + grant.languages())
                                            .toList())
                            .sorted()
                            .toList();
        }
    }
}
