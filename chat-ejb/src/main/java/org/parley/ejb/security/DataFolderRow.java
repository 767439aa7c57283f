package org.parley.ejb.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** What the database knows of a server's data folder. */
@Entity
@Table(name = "data_folder")
public class DataFolderRow {
    private static final long UNKNOWN = 0;

    @Id
    private String id;

    private String mark;

    @Column(name = "changed_at")
    private long changedAt;

    protected DataFolderRow() {}

    DataFolderRow(String id) {
        this.id = id;
    }

    /** @param marks those in the file; two while the commit of the first is uncertain */
    boolean fits(List<String> marks, long fileChangedAt) {
        boolean isTheFile = marks.size() > 1 || changedAt == UNKNOWN || changedAt == fileChangedAt;
        return isTheFile && marks.contains(mark);
    }

    void mark(String newMark) {
        mark = newMark;
        changedAt = UNKNOWN;
    }

    void settle(long fileChangedAt) {
        changedAt = fileChangedAt;
    }

    /** Null for a new folder. */
    String mark() {
        return mark;
    }
}
