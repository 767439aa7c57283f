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
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * The files of widget, console and loader, compressed once and named by their content. The container's own way tags a
 * file by size and time; in a reproducible build the time never changes, so a browser would keep the old file.
 */
@ApplicationScoped
public class StaticFiles {
    private static final Set<String> FOLDERS =
            Set.of("client", "console", "demo", "i18n", "lib", "loader", "ui", "widget");

    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    private record StaticFile(String type, String tag, byte[] plain, byte[] gzip) {}

    /** @return false when the path is none of these files; nothing was written then */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        StaticFile file = find(request);
        if (file == null) {
            return false;
        }
        response.setHeader("ETag", file.tag());
        response.setHeader("Vary", "Accept-Encoding");
        if (file.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        String accepted = request.getHeader("Accept-Encoding");
        byte[] content = file.plain();
        if (accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            content = file.gzip();
        }
        response.setContentType(file.type());
        response.setContentLength(content.length);
        if ("GET".equals(request.getMethod())) {
            response.getOutputStream().write(content);
        }
        return true;
    }

    private StaticFile find(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String[] steps = path.split("/");
        boolean ours = Set.of("GET", "HEAD").contains(request.getMethod())
                && steps.length > 1
                && FOLDERS.contains(steps[1])
                // One address a file: the container would find it under others too, and each would be kept.
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
        try (InputStream stream = context.getResourceAsStream(name)) {
            if (stream == null || context.getMimeType(name) == null) {
                return null;
            }
            byte[] plain = stream.readAllBytes();
            String type = context.getMimeType(name);
            return new StaticFile(
                    type.startsWith("text/") && !type.contains("charset") ? type + ";charset=UTF-8" : type,
                    "\"" + digest(plain) + "\"",
                    plain,
                    compress(plain));
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
