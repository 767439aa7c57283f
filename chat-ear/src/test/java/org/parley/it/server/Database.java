package org.parley.it.server;

import java.util.Map;

/** Where a server of the tests keeps its data. */
public enum Database {
    H2 {
        @Override
        Map<String, String> settings() {
            // The default: a file under parley.data.
            return Map.of();
        }
    },
    POSTGRESQL {
        @Override
        Map<String, String> settings() {
            return Postgres.get().freshSettings();
        }
    };

    abstract Map<String, String> settings();

    /** A fresh PostgreSQL database for a data source of one's own; user and password are postgres. */
    public static String freshPostgres() {
        return Postgres.get().freshDatabase();
    }
}
