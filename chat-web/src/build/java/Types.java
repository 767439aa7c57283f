import java.io.IOException;
import java.io.InputStream;
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
 * Checks the types in the comments of the JavaScript modules: {@code mvn -Ptypes}. TypeScript's compiler and Lit's
 * types come as WebJars, and Node is the one inside Playwright's driver, which the browser tests need anyway.
 */
class Types {
    private static final List<String> LIT = List.of("lit", "lit-element", "lit-html", "lit__reactive-element");

    /** @param args a folder with the jars, which is also the place to unpack them, and the project file */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Path node = node(folder);
        unpack(
                folder.resolve("typescript.jar"),
                ".*/lib/(_?tsc\\.js|lib\\..*\\.d\\.ts|lib\\.d\\.ts)",
                folder.resolve("typescript"));
        for (String name : LIT) {
            // The place from which the modules of webapp/ import it
            unpack(
                    folder.resolve(name + ".jar"),
                    ".*\\.d\\.ts",
                    folder.resolve("webapp/lib").resolve(name.replace("lit__", "")));
        }
        Process check = new ProcessBuilder(
                        node.toString(), folder.resolve("typescript/lib/tsc.js").toString(), "--project", args[1])
                .inheritIO()
                .start();
        System.exit(check.waitFor());
    }

    private static Path node(Path folder) throws IOException {
        boolean windows = is("os.name", "windows");
        boolean arm = is("os.arch", "aarch64");
        String platform = windows ? "win32_x64" : (is("os.name", "mac") ? "mac" : "linux") + (arm ? "-arm64" : "");
        String name = windows ? "node.exe" : "node";
        Path node = folder.resolve(name);
        if (!Files.exists(node)) {
            try (FileSystem jar = open(folder.resolve("driver-bundle.jar"));
                    InputStream found = Files.newInputStream(jar.getPath("driver", platform, name))) {
                Files.copy(found, node, StandardCopyOption.REPLACE_EXISTING);
            }
            node.toFile().setExecutable(true);
        }
        return node;
    }

    /** @param wanted the paths of the needed files; {@code target} gets them without the leading name and version */
    private static void unpack(Path webJar, String wanted, Path target) throws IOException {
        try (FileSystem jar = open(webJar);
                Stream<Path> files = Files.walk(jar.getPath("META-INF/resources/webjars"))) {
            for (Path file :
                    files.filter(found -> found.toString().matches(wanted)).toList()) {
                Path unpacked =
                        target.resolve(file.subpath(5, file.getNameCount()).toString());
                Files.createDirectories(unpacked.getParent());
                Files.copy(file, unpacked, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static FileSystem open(Path jar) throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
    }

    private static boolean is(String property, String value) {
        return System.getProperty(property).toLowerCase(Locale.ROOT).contains(value);
    }
}
