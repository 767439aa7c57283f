package org.parley.ejb.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.site.Health;

/** Asks the database. */
@ApplicationScoped
public class DatabaseHealth implements Health {
    @Inject
    Database database;

    @Override
    public boolean databaseAnswers() {
        return database.answers();
    }
}
