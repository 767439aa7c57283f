package org.parley.api.site;

/** Whether Parley can work. */
public interface Health {
    /** Asks the database now. */
    boolean databaseAnswers();
}
