package org.parley.ejb.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which database: the administrator's JNDI data source when {@code parley.datasource.jndi} names one, else the one of
 * the settings, which the container pools as {@link Database} defines it.
 */
@ApplicationScoped
public class DatabaseChoice {
    static final String NAME = "java:app/jdbc/parley";

    @Inject
    @ConfigProperty(name = "parley.datasource.jndi")
    Optional<String> jndiName;

    /** @throws IllegalStateException naming the setting to mend when there is no such data source */
    DataSource dataSource() {
        String name = jndiName.orElse(NAME);
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException(
                    "No data source under the JNDI name " + name
                            + ". Make one in the server, or mend or remove the setting parley.datasource.jndi.",
                    e);
        }
    }
}
