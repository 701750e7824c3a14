package press.stet.testkit.running;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.running.Stories.EN;
import static press.stet.testkit.running.Stories.accepted;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.contract.history.Chain;
import press.stet.contract.history.Verdict;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.testkit.guarantee.Guarantee;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Newsrooms that earlier builds ran: this one starts on their data, finds everything, and goes on. */
class KeptBuildsIT {

    @TempDir
    private Path place;

    @ParameterizedTest
    @ValueSource(strings = {"1-the-spine", "2-the-rule-book"})
    void nothing_of_it_is_lost(String build) throws Exception {
        unpack("/builds/" + build + "/data.tar.xz");
        JsonNode then = json("/builds/" + build + "/stories.json");
        try (RunningNewsroom newsroom = RunningNewsroom.on(place)) {
            JsonNode now = JsonMapper.shared()
                    .readTree(newsroom.get("/newsroom/stories?limit=100").body());
            assertThat(now.path("stories")).hasSameSizeAs(then.path("stories"));
            says(now.path("stories"), then.path("stories"), "stories");
            Chain chain = new Chain(newsroom.codec());
            assertThat(newsroom.topics().histories().values())
                    .isNotEmpty()
                    .allSatisfy(history -> assertThat(chain.verify(history)).isInstanceOf(Verdict.Intact.class));
            for (JsonNode story : then.path("stories")) {
                for (JsonNode edition : story.path("editions")) {
                    isServedAsItWas(story, edition, newsroom);
                }
            }
            goesOn(newsroom, then);
            assertThat(Guarantee.broken(newsroom.topics().log())).isEmpty();
        }
    }

    /** Later builds may say more of a story, and nothing else than was said then. */
    private static void says(JsonNode now, JsonNode then, String where) {
        if (then.isObject()) {
            then.properties()
                    .forEach(each -> says(now.path(each.getKey()), each.getValue(), where + "." + each.getKey()));
        } else if (then.isArray()) {
            assertThat(now.size()).as(where).isEqualTo(then.size());
            for (int at = 0; at < then.size(); at++) {
                says(now.path(at), then.path(at), where + "[" + at + "]");
            }
        } else {
            assertThat(now).as(where).isEqualTo(then);
        }
    }

    private static void isServedAsItWas(JsonNode story, JsonNode edition, RunningNewsroom newsroom) throws Exception {
        String any = "/stories/" + story.path("story").asString() + "/"
                + edition.path("language").asString();
        switch (edition.path("live").asString()) {
            case "published" -> isAnswered(200, edition.path("path").asString(), newsroom);
            case "withdrawn", "killed" -> isAnswered(410, any, newsroom);
            default -> isAnswered(404, any, newsroom);
        }
    }

    private static void isAnswered(int status, String path, RunningNewsroom newsroom) throws Exception {
        assertThat(newsroom.get(path).statusCode()).as(path).isEqualTo(status);
    }

    /** The workflow has their state too: whatever was under way goes on, on the version and under the number that it had. */
    private static void goesOn(RunningNewsroom newsroom, JsonNode then) throws InterruptedException {
        for (JsonNode story : then.path("stories")) {
            StoryId id = StoryId.of(story.path("story").asString());
            if (story.hasNonNull("hold")) {
                accepted(newsroom.drafts("chief").resume(id));
            }
            if (story.hasNonNull("embargo")) {
                accepted(newsroom.publications("chief").liftEmbargo(id));
            }
            if (story.path("editions").path(0).path("state").asString().equals("spiked")) {
                accepted(newsroom.drafts("chief").restore(id));
            }
            for (JsonNode edition : story.path("editions")) {
                goesOn(newsroom, id, edition);
            }
        }
    }

    private static void goesOn(RunningNewsroom newsroom, StoryId id, JsonNode edition) throws InterruptedException {
        Language language = Language.of(edition.path("language").asString());
        switch (edition.path("state").asString()) {
            case "draft", "spiked" ->
                accepted(newsroom.drafts("reporter").submit(id, language, version(edition), null));
            case "in-review" ->
                accepted(newsroom.reviews("chief")
                        .approve(id, language, version(edition), digest(edition), Check.EDITOR));
            case "scheduled" -> {
                accepted(newsroom.publications("chief").unschedule(id, language));
                publish(newsroom, id, language, edition);
            }
            case "approved" -> publish(newsroom, id, language, edition);
            case String _ -> {}
        }
        if (edition.path("live").asString().equals("published") && language.equals(EN)) {
            accepted(newsroom.publications("publisher")
                    .withdraw(id, EN, edition.path("number").asInt(), Notice.of("Taken back.")));
        }
        if (edition.hasNonNull("job") && !edition.hasNonNull("version")) {
            accepted(newsroom.translations("editor").cancel(id, language));
        }
    }

    private static void publish(RunningNewsroom newsroom, StoryId id, Language language, JsonNode edition)
            throws InterruptedException {
        accepted(newsroom.publications("publisher")
                .publish(id, language, version(edition), digest(edition), PublicationKind.FIRST, Notice.NONE));
    }

    private static Version version(JsonNode edition) {
        return new Version(edition.path("version").asInt());
    }

    private static Digest digest(JsonNode edition) {
        return new Digest(edition.path("digest").asString());
    }

    private static JsonNode json(String resource) throws IOException {
        try (InputStream in = resource(resource)) {
            return JsonMapper.shared().readTree(in);
        }
    }

    private void unpack(String resource) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(resource(resource)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = place.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                }
                if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
    }

    /** PostgreSQL refuses a directory that others may read. */
    private static Set<PosixFilePermission> permissions(int mode) {
        StringBuilder text = new StringBuilder("rwxrwxrwx");
        for (int at = 0; at < text.length(); at++) {
            if ((mode >> (text.length() - 1 - at) & 1) == 0) {
                text.setCharAt(at, '-');
            }
        }
        return PosixFilePermissions.fromString(text.toString());
    }

    private static InputStream resource(String name) {
        InputStream in = KeptBuildsIT.class.getResourceAsStream(name);
        assertThat(in).as(name).isNotNull();
        return in;
    }
}
