package press.stet.newsroom.importing;

import java.util.List;

/**
 * What an import came to.
 *
 * @param editions how many there were to bring in
 * @param accepted commands that were accepted
 * @param already editions that were there as far as this import would have brought them
 * @param live editions that readers see now
 * @param refusals each refused command: edition, rule and reason
 * @param problems each file that could not be read, and each command whose outcome is not known
 */
public record ImportCount(
        int stories, int editions, int accepted, int already, int live, List<String> refusals, List<String> problems) {
    public ImportCount {
        refusals = List.copyOf(refusals);
        problems = List.copyOf(problems);
    }
}
