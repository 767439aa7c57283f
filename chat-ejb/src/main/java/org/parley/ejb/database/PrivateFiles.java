package org.parley.ejb.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The data folder and its files, closed to other users; unchanged on file systems without owners. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** Makes the folder if needed, and closes it to other users. */
    public static Path folder(String name) throws IOException {
        Path folder = Path.of(name).toAbsolutePath();
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        return folder;
    }

    /** Closes Parley's own files in it to other users. */
    static void restrictFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("parley."))
                    .toList()) {
                restrict(file, "rw-------");
            }
        }
    }

    public static void write(Path file, List<String> lines) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        restrict(file, "rw-------");
        Files.write(file, lines);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !Files.getPosixFilePermissions(path).equals(PosixFilePermissions.fromString(permissions))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
