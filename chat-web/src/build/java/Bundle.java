import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Bundles the native modules for the package (docs/adr/0024). esbuild bundles each page's scripts and styles into
 * {@code assets}, under names made from their content, and each file is compressed once.
 *
 * <p>{@code java -cp <brotli4j> Bundle.java <folder of the modules> <folder for the results> <folder with esbuild>}
 */
public class Bundle {

    /**
     * The address of something that a module loads later, from the folder of all modules on. A folder ends with a
     * slash.
     */
    private static final Pattern ADDRESS = Pattern.compile("new URL\\('(?:\\.\\./)+([^']+)', import\\.meta\\.url\\)");

    private static final Pattern STYLES = Pattern.compile("\\s*<link rel=\"stylesheet\" href=\"([^\"]+)\"[^>]*>");
    private static final Pattern IN_PAGE = Pattern.compile("(<(?:link|script) [^>]*(?:href|src)=\")([^\"]+)");

    /** In templates and their styles, which esbuild leaves as they are. */
    private static final Pattern INDENT = Pattern.compile("\n[ \t]+");

    /** The beginning of a line of texts; the last line has no member. */
    private static final Pattern MEMBER = Pattern.compile("\\n\\s*(?:(\"[^\"]+\":) )?");

    private static final String NAMES = "--entry-names=[name]-[hash]";

    /** For scripts only: styles read as they are written, and a page pays for the name of each map. */
    private static final String MAP = "--sourcemap";

    private static final List<String> COMPRESSED = List.of(".css", ".html", ".js", ".json", ".svg");

    private final Path modules;
    private final Path packaged;
    private final Path assets;
    private final Path esbuild;

    private Bundle(Path results, Path esbuild) {
        this.modules = results.resolve("named");
        this.packaged = results.resolve("packaged");
        this.assets = packaged.resolve("assets");
        this.esbuild = esbuild;
    }

    public static void main(String[] args) throws Exception {
        Path esbuild = files(Path.of(args[2]), "").stream()
                .filter(file -> file.getFileName().toString().matches("esbuild(\\.exe)?"))
                .findFirst()
                .orElseThrow();
        esbuild.toFile().setExecutable(true); // A JAR does not keep the executable flag
        new Bundle(Path.of(args[1]), esbuild).run(Path.of(args[0]));
    }

    private void run(Path sources) throws Exception {
        for (Path source : files(sources, "")) {
            copy(source, modules.resolve(sources.relativize(source)));
        }
        Files.createDirectories(assets);
        for (Path module : files(modules, ".js")) {
            nameAddresses(module);
        }
        page("console");
        page("widget");
        esbuild(packaged.resolve("loader"), "loader/parley.js", "loader/visits.js", MAP);
        for (Path license : files(modules, "LICENSE")) {
            copy(license, packaged.resolve(modules.relativize(license)));
        }
        for (Path script : files(packaged, ".js")) {
            Files.writeString(script, INDENT.matcher(Files.readString(script)).replaceAll("\n"));
        }
        for (Path texts : files(packaged, ".json")) {
            Files.writeString(texts, MEMBER.matcher(Files.readString(texts)).replaceAll("$1"));
        }
        compress();
    }

    /** Gives a bundled name to everything that a module loads later, and puts the name into the module. */
    private void nameAddresses(Path module) throws Exception {
        String text = Files.readString(module);
        StringBuilder named = new StringBuilder();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            address.appendReplacement(named, "new URL('./" + asset(address.group(1)) + "', import.meta.url)");
        }
        Files.writeString(module, address.appendTail(named));
    }

    /** Puts a file or folder below {@code assets}; returns its name there. */
    private String asset(String path) throws Exception {
        if (path.endsWith(".js")) {
            bundle(path);
            return bundled(path);
        }
        Path source = modules.resolve(path);
        List<Path> files = Files.isDirectory(source) ? files(source, ".json") : List.of(source);
        String unique = source.getFileName().toString().replaceFirst("(?=\\.|$)", "-" + digest(files));
        for (Path file : files) {
            copy(file, assets.resolve(unique).resolve(source.relativize(file).toString()));
        }
        return path.endsWith("/") ? unique + "/" : unique;
    }

    /** Bundles the page's scripts into one, and its styles. */
    private void page(String folder) throws Exception {
        String html = Files.readString(modules.resolve(folder).resolve("index.html"));
        String styles = folder + "/" + folder + "-page.css";
        Files.write(
                modules.resolve(styles),
                STYLES.matcher(html)
                        .results()
                        .map(link -> "@import '" + link.group(1) + "';")
                        .toList());
        html = STYLES.matcher(html).replaceAll("");
        esbuild(assets, styles, "--bundle", NAMES);
        bundle(scripts(folder, html).toArray(String[]::new));
        StringBuilder named = new StringBuilder();
        Matcher file = IN_PAGE.matcher(html);
        while (file.find()) {
            String path = folder + "/" + file.group(2);
            file.appendReplacement(named, "$1../assets/" + (path.endsWith(".js") ? bundled(path) : asset(path)));
        }
        String link = "  <link rel=\"stylesheet\" href=\"../assets/" + bundled(styles) + "\">\n  </head>";
        Path page = Files.createDirectories(packaged.resolve(folder)).resolve("index.html");
        Files.writeString(page, file.appendTail(named).toString().replace("</head>", link));
    }

    private static Stream<String> scripts(String folder, String html) {
        return IN_PAGE.matcher(html)
                .results()
                .map(script -> folder + "/" + script.group(2))
                .filter(path -> path.endsWith(".js"));
    }

    private void bundle(String... entries) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(entries));
        arguments.addAll(List.of("--bundle", "--splitting", "--format=esm", NAMES, MAP));
        esbuild(assets, arguments.toArray(String[]::new));
    }

    /** The name that esbuild gave it. */
    private String bundled(String path) throws IOException {
        String name = Path.of(path).getFileName().toString();
        Pattern unique = Pattern.compile(name.replace(".", "-[A-Z0-9]{8}\\."));
        return files(assets, "").stream()
                .map(file -> file.getFileName().toString())
                .filter(unique.asMatchPredicate())
                .findFirst()
                .orElseThrow();
    }

    private void esbuild(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(esbuild.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--minify", "--target=es2022", "--charset=utf8", "--legal-comments=none"));
        command.addAll(List.of("--log-level=warning", "--outdir=" + folder));
        int code = new ProcessBuilder(command)
                .directory(modules.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("esbuild ended with " + code + ": " + command);
        }
    }

    private void compress() throws IOException {
        Brotli4jLoader.ensureAvailability();
        for (String suffix : COMPRESSED) {
            for (Path file : files(packaged, suffix)) {
                byte[] plain = Files.readAllBytes(file);
                Files.write(Path.of(file + ".gz"), gzip(plain));
                Files.write(Path.of(file + ".br"), Encoder.compress(plain, new Encoder.Parameters().setQuality(11)));
            }
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new Best(compressed)) {
            out.write(plain);
        }
        return compressed.toByteArray();
    }

    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    private static String digest(List<Path> files) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files) {
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 5).toUpperCase(java.util.Locale.ROOT);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
