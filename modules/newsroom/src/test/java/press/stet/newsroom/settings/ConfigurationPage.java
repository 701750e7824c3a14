package press.stet.newsroom.settings;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Makes {@code docs/configuration.md} of the records in this package: their Javadoc, as the JDK's compiler reads it, and their usual values. */
final class ConfigurationPage {

    static final String COMMAND = "mvn -q test -pl modules/newsroom -am -Dtest=ConfigurationPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dstet.write=true";

    private static final String HEAD = """
        # Configuration

        <!-- Made from the records in modules/newsroom/src/main/java/press/stet/newsroom/settings. Change those, then run:
             {command} -->

        Every key that the parts of a newsroom take. A part reads them once, at its start: from a YAML file (`--settings FILE`, or the
        variable `STET_SETTINGS`), overruled by the environment, overruled by the command line (`--set KEY=VALUE`). One file can
        serve all parts: each reads what concerns it. [running.md](running.md) says which part needs what.

        ```yaml
        partitions: 12
        kafka:
          brokers: kafka-1:9092, kafka-2:9092
          user: workflow
          password-file: /run/secrets/kafka
        workflow:
          commit-interval: 10ms
        ```

        - A key or a variable `STET_…` that is not on this page is an error, and so is a value of another type; the error names the
          nearest key. An empty variable counts as not set.
        - A duration is written `PT5S`, or short: `250ms`, `5s`, `2m`, `1h`, `1d`. A size is bytes, or `64KiB`, `128MiB`, `1GiB`. A list
          has commas between its values, in YAML also brackets around them.
        - A secret is taken from the file, from the environment, or from a file of its own: behind the name of its key stands `-file`,
          behind that of its variable `_FILE`. It is never taken from the command line, which others on the machine can read, and
          never printed.
        """;

    private final DocTrees comments;
    private final CompilationUnitTree file;
    private final ClassTree record;

    private ConfigurationPage(DocTrees comments, CompilationUnitTree file) {
        this.comments = comments;
        this.file = file;
        this.record = (ClassTree) file.getTypeDecls().getFirst();
    }

    static String of(Path sources) throws IOException {
        StringBuilder page = new StringBuilder(HEAD.replace("{command}", COMMAND));
        for (Concern<?> concern : Concerns.ALL) {
            page.append(read(sources, concern.usual().getClass()).section(concern));
        }
        return page.toString();
    }

    private static ConfigurationPage read(Path sources, Class<?> record) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Path source = sources.resolve(record.getName().replace('.', '/') + ".java");
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            return new ConfigurationPage(
                    DocTrees.instance(task), task.parse().iterator().next());
        }
    }

    private String section(Concern<?> concern) {
        DocCommentTree comment = comments.getDocCommentTree(path(record));
        StringBuilder section = new StringBuilder("\n## ")
                .append(concern.name().isEmpty() ? "Topics" : "`" + concern.name() + "`")
                .append("\n\n")
                .append(words(comment.getFullBody()))
                .append("\n\n| key | variable | type | default | meaning |\n|---|---|---|---|---|\n");
        for (Key key : concern.keys()) {
            section.append("| `%s` | `%s` | %s | %s | %s |\n"
                    .formatted(
                            key.name(),
                            Key.variable(key.name()),
                            key.taken().name(),
                            usual(key.usual()),
                            meaning(comment, key)));
        }
        return section.toString();
    }

    private static String usual(@Nullable Object usual) {
        return switch (usual) {
            case null -> "–";
            case Duration duration when duration.toMillis() < 1_000 -> "`" + duration.toMillis() + "ms`";
            case Object value when value.toString().isEmpty() -> "must be set";
            default -> "`" + usual + "`";
        };
    }

    private String meaning(DocCommentTree comment, Key key) {
        return comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(param ->
                        param.getName().toString().equals(key.component().getName()))
                .map(param -> words(param.getDescription()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(record.getSimpleName() + " says nothing of "
                        + key.component().getName()));
    }

    private static String words(List<? extends DocTree> text) {
        return text.stream()
                .map(part -> part instanceof LiteralTree code ? "`" + code.getBody() + "`" : part.toString())
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");
    }

    private TreePath path(Tree tree) {
        return new TreePath(new TreePath(file), tree);
    }
}
