import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks the types of the JavaScript modules, as their comments have them: {@code mvn -Ptypes}. TypeScript's compiler comes
 * as a WebJar, and the Node that runs it is the one inside Playwright's driver, which the browser tests need anyway.
 */
class Types {
    /** @param args TypeScript's WebJar, the bundle of Playwright's drivers, a folder for both, and the project file */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[2]);
        Path node = node(Path.of(args[1]), folder);
        compiler(Path.of(args[0]), folder.resolve("lib"));
        Process check = new ProcessBuilder(
                        node.toString(), folder.resolve("lib/tsc.js").toString(), "--project", args[3])
                .inheritIO()
                .start();
        System.exit(check.waitFor());
    }

    private static Path node(Path bundle, Path folder) throws IOException {
        boolean windows = is("os.name", "windows");
        boolean arm = is("os.arch", "aarch64");
        String platform = windows ? "win32_x64" : (is("os.name", "mac") ? "mac" : "linux") + (arm ? "-arm64" : "");
        String name = windows ? "node.exe" : "node";
        Path node = folder.resolve(name);
        if (!Files.exists(node)) {
            Files.createDirectories(folder);
            try (FileSystem jar = open(bundle);
                    InputStream found = Files.newInputStream(jar.getPath("driver", platform, name))) {
                Files.copy(found, node, StandardCopyOption.REPLACE_EXISTING);
            }
            node.toFile().setExecutable(true);
        }
        return node;
    }

    private static void compiler(Path webJar, Path folder) throws IOException {
        if (Files.exists(folder.resolve("tsc.js"))) {
            return;
        }
        Files.createDirectories(folder);
        try (FileSystem jar = open(webJar);
                Stream<Path> files = Files.find(
                        jar.getPath("META-INF/resources/webjars/typescript"),
                        3,
                        (file, attributes) ->
                                file.toString().matches(".*/lib/(_?tsc\\.js|lib\\..*\\.d\\.ts|lib\\.d\\.ts)"))) {
            for (Path file : List.copyOf(files.toList())) {
                Files.copy(file, folder.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static FileSystem open(Path jar) {
        try {
            return FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean is(String property, String value) {
        return System.getProperty(property).toLowerCase(Locale.ROOT).contains(value);
    }
}
