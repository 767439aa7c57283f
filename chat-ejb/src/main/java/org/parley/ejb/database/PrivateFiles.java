package org.parley.ejb.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The data folder and the files in it that nobody but the server may read; where the file system knows no owners, as it is. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** The folder, made when it is not there, closed to others. */
    public static Path folder(String name) throws IOException {
        Path folder = Path.of(name).toAbsolutePath();
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        return folder;
    }

    /** Closes those of its files to others that are ours. */
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
