import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts Payara Micro with Parley, the demo shop and people to play with, and keeps it until Ctrl-C.
 *
 * <p>{@code java Demo.java <folder of chat-ear> <port> <folder of the data>}, run by {@code mvn -Pdemo}
 */
public class Demo {

    /** The longest wait on a slow machine while there is progress. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    private static final Duration NEWS = Duration.ofSeconds(15);
    private static final int LAST_LINES = 60;
    private static final Set<Integer> COME_AGAIN = Set.of(408, 429, 503);
    private static final String PASSWORD = "demo";
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    /** Only this machine's user should reach accounts with a known password. */
    private static final String LOOPBACK_ONLY = "set configs.config.server-config.network-config.network-listeners"
            + ".network-listener.http-listener.address=127.0.0.1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path target;
    private final Path leash;
    private final Path shipped;
    private final Path data;
    private final int port;

    private Demo(Path module, int port, Path data) {
        this.target = module.resolve("target");
        this.leash = module.resolve("src/demo/java/Leash.java");
        this.shipped = module.resolve("src/main/payara");
        this.data = data;
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        Path module = Path.of(args[0]).toAbsolutePath().normalize();
        Path data = module.getParent().resolve(args[2]).normalize();
        try {
            new Demo(module, port(args[1]), data).run();
        } catch (Refusal e) {
            System.err.println("\nParley's demo: " + e.getMessage() + "\n");
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException, Refusal {
        refusePortInUse();
        Files.createDirectories(data);
        System.out.println("\nParley's demo starts on port " + port + ", its log is " + log());
        Process server = start();
        endTogether(server);
        awaitHealth(server);
        seed();
        tell();
        int code = server.waitFor();
        throw refusal("the server ended by itself with code " + code);
    }

    private static int port(String text) throws Refusal {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Refusal("-Dport=" + text + " is not a port: it should be a number from 1 to 65535");
    }

    private void refusePortInUse() throws Refusal {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw new Refusal("port " + port + " cannot be used (" + e.getMessage()
                    + "); end what uses it, or choose another port: mvn -Pdemo -Dport=" + (port + 1));
        }
    }

    private Process start() throws IOException {
        Path folder = target.resolve("demo");
        Path temp = Files.createDirectories(folder.resolve("tmp"));
        List<String> settings = new ArrayList<>(List.of(LOOPBACK_ONLY));
        settings.addAll(Files.readAllLines(shipped.resolve("pre-boot.txt")));
        Path boot = Files.write(folder.resolve("boot.txt"), settings);
        Path micro = target.resolve("servers/payara-micro.jar");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + shipped.resolve("java.options"));
        command.addAll(opens(micro));
        command.add("-Djava.io.tmpdir=" + temp);
        command.add("-Dparley.data=" + data);
        command.add("-Dparley.admin.username=ada");
        command.add("-Dparley.admin.password=" + PASSWORD);
        command.add("-Dparley.password.min-length=" + PASSWORD.length());
        command.addAll(List.of(
                "-cp",
                micro.toString(),
                leash.toString(),
                Long.toString(ProcessHandle.current().pid())));
        command.add("fish.payara.micro.PayaraMicro");
        command.addAll(List.of("--deploy", folder.resolve("chat").toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--prebootcommandfile", boot.toString()));
        command.addAll(List.of(
                "--postbootcommandfile", shipped.resolve("post-boot.txt").toString()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    /** The options that {@code java -jar} would read from the manifest. */
    private static List<String> opens(Path jar) throws IOException {
        try (JarFile micro = new JarFile(jar.toFile())) {
            Attributes manifest = micro.getManifest().getMainAttributes();
            return Stream.of("Add-Opens", "Add-Exports")
                    .flatMap(name -> Stream.of(manifest.getValue(name).split(" "))
                            .map(opened ->
                                    "--" + name.toLowerCase(java.util.Locale.ROOT) + "=" + opened + "=ALL-UNNAMED"))
                    .toList();
        }
    }

    private static void endTogether(Process server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.destroy();
            try {
                if (!server.waitFor(15, TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
            } catch (InterruptedException e) {
                server.destroyForcibly();
            }
        }));
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
    }

    private void awaitHealth(Process server) throws InterruptedException, Refusal {
        long begin = System.nanoTime();
        long told = begin;
        long moved = begin;
        String before = "";
        String missing = missing();
        while (missing != null) {
            if (server.waitFor(500, TimeUnit.MILLISECONDS)) {
                throw refusal("the server ended while it started");
            }
            long now = System.nanoTime();
            String state = log().toFile().length() + " bytes, "
                    + server.info().totalCpuDuration().map(Duration::toSeconds).orElse(0L) + " s of the processor";
            moved = state.equals(before) ? moved : now;
            before = state;
            if (now - moved > STANDSTILL.toNanos()) {
                throw refusal("nothing has moved for " + STANDSTILL.toSeconds() + " s; it was waiting for " + missing);
            }
            if (now - begin > PATIENCE.toNanos()) {
                throw refusal("not up after " + PATIENCE.toMinutes() + " minutes; it was waiting for " + missing);
            }
            if (now - told > NEWS.toNanos()) {
                told = now;
                System.out.println("  " + Duration.ofNanos(now - begin).toSeconds() + " s: waiting for " + missing);
            }
            missing = missing();
        }
    }

    /** What is still missing, or null when the application runs. */
    private String missing() throws InterruptedException {
        try {
            int status = http.send(request("/api/v1/health").GET().build(), BodyHandlers.discarding())
                    .statusCode();
            return switch (status) {
                case 200 -> null;
                case 404 -> "the application, which the server has not deployed yet";
                default -> "the application and its database: health answers " + status;
            };
        } catch (HttpTimeoutException e) {
            return "an answer of the application";
        } catch (IOException e) {
            return "the server to open port " + port;
        }
    }

    private Refusal refusal(String what) {
        return new Refusal(what + "; the end of " + log() + ":\n" + tail());
    }

    private void seed() throws IOException, InterruptedException, Refusal {
        String token = login();
        put(
                token,
                "/api/v1/sites/demo",
                "{\"name\":\"Demo shop\",\"origins\":[\"http://localhost:" + port + "\",\"http://127.0.0.1:" + port
                        + "\"]}");
        account(token, "olivia", "Olivia", "chat-operator");
        account(token, "omar", "Omar", "chat-operator");
        account(token, "sam", "Sam", "chat-supervisor");
        account(token, "ada", "Ada", "chat-admin");
    }

    private String login() throws IOException, InterruptedException, Refusal {
        String body = "{\"username\":\"ada\",\"password\":\"" + PASSWORD + "\"}";
        HttpResponse<String> answer = send(request("/api/v1/login").POST(BodyPublishers.ofString(body)));
        Matcher token = TOKEN.matcher(answer.body());
        if (answer.statusCode() != 200 || !token.find()) {
            throw new Refusal("ada cannot log in (" + answer.statusCode() + " " + answer.body() + "): the data in "
                    + data + " is not the demo's; choose another folder: mvn -Pdemo -Ddata=DIR");
        }
        return token.group(1);
    }

    private void account(String token, String username, String name, String role)
            throws IOException, InterruptedException, Refusal {
        put(
                token,
                "/api/v1/operators/" + username,
                "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"role\":\"" + role + "\"}");
    }

    private void put(String token, String path, String body) throws IOException, InterruptedException, Refusal {
        HttpResponse<String> answer =
                send(request(path).header("Authorization", "Bearer " + token).PUT(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new Refusal("PUT " + path + " gave " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Asks again while a server that is busy with its start has no time for us: all requests here may be repeated. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            boolean last = System.nanoTime() - begin > STANDSTILL.toNanos();
            try {
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                if (last || !COME_AGAIN.contains(answer.statusCode())) {
                    return answer;
                }
            } catch (IOException e) {
                if (last) {
                    throw e;
                }
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/chat" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    private void tell() {
        String chat = "http://localhost:" + port + "/chat";
        System.out.println(String.join(
                "\n",
                "",
                "  Parley runs.",
                "",
                "    shop page with the widget   " + chat + "/demo/",
                "    the operators' console      " + chat + "/console/",
                "",
                "    accounts (password " + PASSWORD + ")    olivia, omar   operators",
                "                                sam            supervisor",
                "                                ada            administrator",
                "",
                "    data                        " + data,
                "    log                         " + log(),
                "",
                "  Ctrl-C ends it; the data stays.",
                ""));
    }

    private Path log() {
        return target.resolve("demo/server.log");
    }

    private String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log()), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(" + e + ")";
        }
    }

    /** Why there is no demo, in words for the person who asked for it. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message);
        }
    }
}
