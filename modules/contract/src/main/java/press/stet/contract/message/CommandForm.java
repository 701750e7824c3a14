package press.stet.contract.message;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.house.Check;
import press.stet.wire.AddNote;
import press.stet.wire.AnswerNote;
import press.stet.wire.ApproveVersion;
import press.stet.wire.AssignStory;
import press.stet.wire.AssignTranslation;
import press.stet.wire.CancelSchedule;
import press.stet.wire.CancelTranslation;
import press.stet.wire.ClaimReview;
import press.stet.wire.ConfirmTranslation;
import press.stet.wire.DeliverTranslation;
import press.stet.wire.DiscardDraft;
import press.stet.wire.FileEdition;
import press.stet.wire.FileStory;
import press.stet.wire.HoldStory;
import press.stet.wire.KillStory;
import press.stet.wire.LiftEmbargo;
import press.stet.wire.PublishVersion;
import press.stet.wire.RecallFromReview;
import press.stet.wire.Remark;
import press.stet.wire.RequestChanges;
import press.stet.wire.RequestTranslation;
import press.stet.wire.ResendEdition;
import press.stet.wire.ResolveNote;
import press.stet.wire.RestoreStory;
import press.stet.wire.ResumeStory;
import press.stet.wire.ReviseCopy;
import press.stet.wire.SchedulePublication;
import press.stet.wire.SetEmbargo;
import press.stet.wire.SpikeStory;
import press.stet.wire.SubmitForReview;
import press.stet.wire.TakeUpDraft;
import press.stet.wire.WaiveCheck;
import press.stet.wire.WithdrawEdition;

/** Commands on the wire. */
final class CommandForm {

    private CommandForm() {}

    static press.stet.wire.Command toWire(Dispatch dispatch) {
        return new press.stet.wire.Command(
                dispatch.id().value(),
                dispatch.story().value(),
                dispatch.actor().account(),
                dispatch.tool(),
                toWire(dispatch.command()));
    }

    static Dispatch toModel(press.stet.wire.Command command) {
        return new Dispatch(
                new CommandId(command.getId()),
                new StoryId(command.getStory()),
                new Person(command.getActor()),
                command.getTool(),
                command(command.getPayload()));
    }

    private static SpecificRecord toWire(Command command) {
        return switch (command) {
            case Command.FileStory it -> new FileStory(it.site().key(), CopyForm.toWire(it.copy()));
            case Command.ReviseCopy it ->
                new ReviseCopy(
                        it.basedOn().number(),
                        CopyForm.toWire(it.copy()),
                        it.submit(),
                        it.fromLive(),
                        BlockForm.texts(it.overrules()));
            case Command.SubmitForReview it ->
                new SubmitForReview(it.language().tag(), it.version().number(), Millis.exactOrNull(it.due()));
            case Command.RecallFromReview it ->
                new RecallFromReview(it.language().tag(), it.version().number());
            case Command.ApproveVersion it ->
                new ApproveVersion(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        it.check().name());
            case Command.RequestChanges it ->
                new RequestChanges(
                        it.language().tag(),
                        it.version().number(),
                        it.check().name(),
                        it.note(),
                        it.remarks().stream().map(CommandForm::toWire).toList());
            case Command.TakeUpDraft it ->
                new TakeUpDraft(it.language().tag(), it.version().number());
            case Command.ClaimReview it ->
                new ClaimReview(
                        it.language().tag(),
                        it.check().name(),
                        PersonForm.account(it.from()),
                        PersonForm.account(it.to()));
            case Command.AddNote it ->
                new AddNote(it.language().tag(), it.version().number(), toWire(it.remark()), it.blocking());
            case Command.AnswerNote it -> new AnswerNote(it.language().tag(), it.note(), it.text());
            case Command.ResolveNote it -> new ResolveNote(it.language().tag(), it.note());
            case Command.WaiveCheck it ->
                new WaiveCheck(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        it.check().name(),
                        it.reason());
            case Command.RequestTranslation it ->
                new RequestTranslation(it.language().tag(), tag(it.from()), CopyForm.number(it.version()));
            case Command.DeliverTranslation it ->
                new DeliverTranslation(
                        tag(it.from()),
                        CopyForm.number(it.version()),
                        CopyForm.number(it.basedOn()),
                        CopyForm.toWire(it.copy()));
            case Command.PublishVersion it ->
                new PublishVersion(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        NoticeForm.toWire(it.kind()),
                        NoticeForm.toWire(it.note()));
            case Command.WithdrawEdition it ->
                new WithdrawEdition(it.language().tag(), it.number(), NoticeForm.toWire(it.notice()));
            case Command.KillStory it -> new KillStory(NoticeForm.toWire(it.notice()));
            case Command.FileEdition it -> new FileEdition(CopyForm.toWire(it.copy()));
            case Command.DiscardDraft it ->
                new DiscardDraft(it.language().tag(), it.version().number());
            case Command.SpikeStory it -> new SpikeStory(it.reason());
            case Command.RestoreStory _ -> new RestoreStory();
            case Command.HoldStory it -> new HoldStory(it.reason());
            case Command.ResumeStory _ -> new ResumeStory();
            case Command.AssignStory it -> new AssignStory(PersonForm.account(it.to()), Millis.exactOrNull(it.due()));
            case Command.CancelTranslation it ->
                new CancelTranslation(it.language().tag());
            case Command.AssignTranslation it ->
                new AssignTranslation(it.language().tag(), PersonForm.account(it.to()), Millis.exactOrNull(it.due()));
            case Command.ConfirmTranslation it ->
                new ConfirmTranslation(it.language().tag(), it.source().number());
            case Command.SchedulePublication it ->
                new SchedulePublication(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        Millis.exact(it.due()),
                        it.zone().getId(),
                        NoticeForm.toWire(it.kind()),
                        NoticeForm.toWire(it.note()));
            case Command.CancelSchedule it -> new CancelSchedule(it.language().tag());
            case Command.SetEmbargo it -> new SetEmbargo(Millis.exactOrNull(it.until()));
            case Command.LiftEmbargo _ -> new LiftEmbargo();
            case Command.ResendEdition it -> new ResendEdition(it.language().tag());
        };
    }

    private static Command command(Object payload) {
        return switch (payload) {
            case FileStory it -> new Command.FileStory(new Site(it.getSite()), CopyForm.toModel(it.getCopy()));
            case ReviseCopy it ->
                new Command.ReviseCopy(
                        new Version(it.getBasedOn()),
                        CopyForm.toModel(it.getCopy()),
                        it.getSubmit(),
                        it.getFromLive(),
                        BlockForm.blocks(it.getOverrules()));
            case SubmitForReview it ->
                new Command.SubmitForReview(Language.of(it.getLanguage()), new Version(it.getVersion()), it.getDue());
            case RecallFromReview it ->
                new Command.RecallFromReview(Language.of(it.getLanguage()), new Version(it.getVersion()));
            case ApproveVersion it ->
                new Command.ApproveVersion(
                        Language.of(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        new Check(it.getCheck()));
            case RequestChanges it ->
                new Command.RequestChanges(
                        Language.of(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Check(it.getCheck()),
                        it.getNote(),
                        it.getRemarks().stream().map(CommandForm::remark).toList());
            case TakeUpDraft it -> new Command.TakeUpDraft(Language.of(it.getLanguage()), new Version(it.getVersion()));
            case ClaimReview it ->
                new Command.ClaimReview(
                        Language.of(it.getLanguage()),
                        new Check(it.getCheck()),
                        PersonForm.person(it.getFrom()),
                        PersonForm.person(it.getTo()));
            case AddNote it ->
                new Command.AddNote(
                        Language.of(it.getLanguage()),
                        new Version(it.getVersion()),
                        remark(it.getRemark()),
                        it.getBlocking());
            case AnswerNote it -> new Command.AnswerNote(Language.of(it.getLanguage()), it.getNote(), it.getText());
            case ResolveNote it -> new Command.ResolveNote(Language.of(it.getLanguage()), it.getNote());
            case WaiveCheck it ->
                new Command.WaiveCheck(
                        Language.of(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        new Check(it.getCheck()),
                        it.getReason());
            case RequestTranslation it ->
                new Command.RequestTranslation(
                        Language.of(it.getLanguage()), language(it.getFrom()), CopyForm.version(it.getVersion()));
            case DeliverTranslation it ->
                new Command.DeliverTranslation(
                        language(it.getFrom()),
                        CopyForm.version(it.getVersion()),
                        CopyForm.version(it.getBasedOn()),
                        CopyForm.toModel(it.getCopy()));
            case PublishVersion it ->
                new Command.PublishVersion(
                        Language.of(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        NoticeForm.toModel(it.getKind()),
                        NoticeForm.toModel(it.getNote()));
            case WithdrawEdition it ->
                new Command.WithdrawEdition(
                        Language.of(it.getLanguage()), it.getNumber(), NoticeForm.toModel(it.getNotice()));
            case KillStory it -> new Command.KillStory(NoticeForm.toModel(it.getNotice()));
            case FileEdition it -> new Command.FileEdition(CopyForm.toModel(it.getCopy()));
            case DiscardDraft it ->
                new Command.DiscardDraft(Language.of(it.getLanguage()), new Version(it.getVersion()));
            case SpikeStory it -> new Command.SpikeStory(it.getReason());
            case RestoreStory _ -> new Command.RestoreStory();
            case HoldStory it -> new Command.HoldStory(it.getReason());
            case ResumeStory _ -> new Command.ResumeStory();
            case AssignStory it -> new Command.AssignStory(PersonForm.person(it.getTo()), it.getDue());
            case CancelTranslation it -> new Command.CancelTranslation(Language.of(it.getLanguage()));
            case AssignTranslation it ->
                new Command.AssignTranslation(
                        Language.of(it.getLanguage()), PersonForm.person(it.getTo()), it.getDue());
            case ConfirmTranslation it ->
                new Command.ConfirmTranslation(Language.of(it.getLanguage()), new Version(it.getSource()));
            case SchedulePublication it ->
                new Command.SchedulePublication(
                        Language.of(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        it.getDue(),
                        Zones.of(it.getZone()),
                        NoticeForm.toModel(it.getKind()),
                        NoticeForm.toModel(it.getNote()));
            case CancelSchedule it -> new Command.CancelSchedule(Language.of(it.getLanguage()));
            case SetEmbargo it -> new Command.SetEmbargo(it.getUntil());
            case LiftEmbargo _ -> new Command.LiftEmbargo();
            case ResendEdition it -> new Command.ResendEdition(Language.of(it.getLanguage()));
            default -> throw new MissingUpgrade(payload.getClass().getName());
        };
    }

    private static Remark toWire(Command.Remark remark) {
        return new Remark(BlockForm.text(remark.block()), remark.text());
    }

    private static Command.Remark remark(Remark remark) {
        return new Command.Remark(BlockForm.block(remark.getBlock()), remark.getText());
    }

    private static @Nullable String tag(@Nullable Language language) {
        return language == null ? null : language.tag();
    }

    private static @Nullable Language language(@Nullable String tag) {
        return tag == null ? null : Language.of(tag);
    }
}
