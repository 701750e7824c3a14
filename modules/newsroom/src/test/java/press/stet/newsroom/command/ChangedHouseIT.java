package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.newsroom.command.OneNewsroom.json;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.newsroom.house.House;
import press.stet.newsroom.house.HouseFile;
import press.stet.newsroom.house.HouseOffice;

/** A house that changes its rules while its newsroom runs. */
class ChangedHouseIT {

    @TempDir
    private Path desk;

    @Test
    void a_change_is_put_in_force_once_under_the_next_number_and_holds_for_its_site_alone() throws IOException {
        assertThat(putInForce("{metro: {title: Metro, languages: [en, ru]}}"))
                .containsExactly("house rules of metro, version 1");
        assertThat(putInForce("{metro: {title: Metro, languages: [en, ru]}}")).isEmpty();
        awaitFiled("metro", 0);
        assertThat(putInForce("{metro: {title: Metro, languages: [ru]}}"))
                .containsExactly("house rules of metro, version 2", "  other languages");

        awaitFiled("metro", 3);
        assertThat(file("metro").with(3).out()).contains("refused by unknown-language: Metro is not published in en");
        file("main").done();
    }

    /** As a newsroom does at its start, with a file that has these sites and the standard house's people. */
    private List<String> putInForce(String sites) throws IOException {
        KafkaConnection kafka =
                KafkaConnection.open(json("/newsroom/about").path("brokers").asString());
        URI schemas = URI.create(json("/newsroom/about").path("registry").asString());
        House asked = HouseFile.read(
                Files.writeString(desk.resolve("house.yaml"), "sites: " + sites + "\nroles: {}\nstaff: {}\n"));
        House house = new House(asked.sites(), HouseFile.standard().staff(), List.of());
        try (Registry registry = Registry.at(schemas)) {
            return new HouseOffice(kafka, new MessageCodec(registry)).putInForce(Optional.of(house));
        }
    }

    /** A change holds for what is ruled on after the workflow has read it. */
    private void awaitFiled(String site, int status) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> file(site).status() == status);
    }

    private Told file(String site) throws IOException {
        Path copy = Files.writeString(
                desk.resolve("copy.md"), "---\nlanguage: en\nheadline: For the site\nsite: %s\n---\n".formatted(site));
        return stet("draft", "file", copy.toString(), "--as", "reporter");
    }
}
