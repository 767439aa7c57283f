package org.parley.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * Serves the files of widget, console and loader, compressed once and tagged by their content. The container tags a
 * file by size and time. In a reproducible build the time never changes, so a browser would keep the old file.
 */
@ApplicationScoped
public class StaticFiles {
    /** Some have files only when the modules are packaged as they are (docs/adr/0024). */
    private static final Set<String> FOLDERS =
            Set.of("assets", "client", "console", "demo", "i18n", "lib", "loader", "ui", "widget");

    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    private record StaticFile(String type, String tag, Map<Encoding, byte[]> contents) {}

    /** @return false when the path is none of these files; nothing was written then */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StaticFile file = find(request);
        if (file == null) {
            return false;
        }
        Encoding encoding = Encoding.acceptedBy(request.getHeader("Accept-Encoding")).stream()
                .filter(file.contents()::containsKey)
                .findFirst()
                .orElseThrow();
        String tag = "\"" + file.tag() + encoding.suffix() + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        if (request.getServletPath().startsWith("/assets/")) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable"); // Their names are their content
        }
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        if (encoding != Encoding.PLAIN) {
            response.setHeader("Content-Encoding", encoding.token());
        }
        byte[] content = file.contents().get(encoding);
        response.setContentType(file.type());
        response.setContentLength(content.length);
        if ("GET".equals(request.getMethod())) {
            SlowAnswer.write(request, response, content);
        }
        return true;
    }

    private StaticFile find(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String[] steps = path.split("/");
        boolean ours = Set.of("GET", "HEAD").contains(request.getMethod())
                && steps.length > 1
                && FOLDERS.contains(steps[1])
                // One address for each file: the container would find it under others too, and each would be cached.
                && !path.contains("//")
                && !path.contains("/.");
        if (!ours) {
            return null;
        }
        String name = path.endsWith("/") ? path + "index.html" : path;
        StaticFile known = files.get(name);
        if (known == null) {
            known = load(request.getServletContext(), name);
            if (known != null) {
                files.put(name, known);
            }
        }
        return known;
    }

    private static StaticFile load(ServletContext context, String name) throws IOException {
        String type = context.getMimeType(name);
        byte[] plain = type == null ? null : read(context, name);
        if (plain == null) {
            return null;
        }
        Map<Encoding, byte[]> contents = new EnumMap<>(Encoding.class);
        for (Encoding encoding : Encoding.values()) {
            byte[] content = read(context, name + encoding.suffix());
            if (content != null) {
                contents.put(encoding, content);
            }
        }
        if (contents.size() == 1) {
            contents.put(Encoding.GZIP, compress(plain)); // The build compressed none of it
        }
        boolean text = type.startsWith("text/") && !type.contains("charset");
        return new StaticFile(text ? type + ";charset=UTF-8" : type, digest(plain), contents);
    }

    private static byte[] read(ServletContext context, String name) throws IOException {
        try (InputStream stream = context.getResourceAsStream(name)) {
            return stream == null ? null : stream.readAllBytes();
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] compress(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
