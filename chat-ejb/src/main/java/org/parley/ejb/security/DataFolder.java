package org.parley.ejb.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.ejb.database.PrivateFiles;

/**
 * Notices a restored database. A mark, which changes every minute, is both in the database and in a file of the data
 * folder. The database also knows when the file system changed the file, so that a copy of the file does not pass for
 * it.
 */
@ApplicationScoped
class DataFolder {
    private static final String FILE = "restored.mark";

    @Inject
    EntityManager entityManager;

    @Inject
    @ConfigProperty(name = "parley.data")
    String folder;

    /** The result of a comparison, and the new mark. */
    record Compared(boolean another, String folder, String mark) {}

    /**
     * Compares the marks and sets the next ones, within the caller's transaction. A new folder cannot know whether the
     * database was restored.
     *
     * @throws IOException when the folder cannot be used, so nothing is known
     */
    Compared compareAndMark() throws IOException {
        Path file = file();
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        String id = lines.isEmpty() ? UUID.randomUUID().toString() : lines.get(0);
        DataFolderRow row = locked(id);
        boolean another = !lines.isEmpty()
                && !isNew()
                && (row == null || !row.fits(lines.subList(1, lines.size()), changedAt(file)));
        if (row == null) {
            row = new DataFolderRow(id);
            entityManager.persist(row);
        }
        String next = UUID.randomUUID().toString();
        // The file first, with the mark that the database has: when the commit fails, that one still counts.
        PrivateFiles.write(file, row.mark() == null ? List.of(id, next) : List.of(id, next, row.mark()));
        row.mark(next);
        return new Compared(another, id, next);
    }

    /** Makes the new mark the only valid one, in this very file; call it in a transaction after the comparison's. */
    void settle(Compared compared) throws IOException {
        DataFolderRow row = locked(compared.folder());
        if (row.mark().equals(compared.mark())) {
            PrivateFiles.write(file(), List.of(compared.folder(), compared.mark()));
            row.settle(changedAt(file()));
        }
    }

    /** Whether nobody has used the database yet: then it is no backup, whatever the folder remembers. */
    private boolean isNew() {
        return entityManager
                                .createQuery("select count(f) from DataFolderRow f", Long.class)
                                .getSingleResult()
                        == 0
                && entityManager
                                .createQuery("select count(s) from SiteRow s", Long.class)
                                .getSingleResult()
                        == 0;
    }

    private DataFolderRow locked(String id) {
        return entityManager.find(DataFolderRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Path file() throws IOException {
        return PrivateFiles.folder(folder).resolve(FILE);
    }

    /** When the file system last changed the file, which nobody can set; else when the file was made. */
    private static long changedAt(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return ((FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toMillis();
        }
        return Files.readAttributes(file, BasicFileAttributes.class)
                .creationTime()
                .toMillis();
    }
}
