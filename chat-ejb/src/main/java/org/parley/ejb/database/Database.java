package org.parley.ejb.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/** Opens the database at the start of the application: brings the schema up to date, then makes the persistence unit. */
// On a session bean, because an EJB module's other classes are not searched for it.
@DataSourceDefinition(
        name = DatabaseChoice.NAME,
        className = "org.parley.ejb.database.SettingsDataSource",
        minPoolSize = 2,
        maxPoolSize = 20,
        properties = "description=Parley")
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Database {
    private static final Logger LOG = Logger.getLogger(Database.class.getName());

    @Inject
    DatabaseChoice choice;

    @Inject
    @ConfigProperty(name = "parley.data")
    String folder;

    private DataSource dataSource;
    private EntityManagerFactory factory;

    @PostConstruct
    void open() {
        dataSource = choice.dataSource();
        int applied = Flyway.configure(Database.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .table("parley_schema_history")
                .load()
                .migrate()
                .migrationsExecuted;
        closeFolder();
        factory = Persistence.createEntityManagerFactory(
                "parley", Map.of("jakarta.persistence.jtaDataSource", dataSource));
        LOG.log(Level.INFO, "The database of Parley is ready; {0} migrations were applied", applied);
    }

    /** The folder holds messages and secrets. */
    private void closeFolder() {
        try {
            PrivateFiles.restrictFiles(PrivateFiles.folder(folder));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The folder parley.data could not be closed to others: {0}", e.toString());
        }
    }

    @PreDestroy
    void close() {
        factory.close();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    /** Whether the database answers now. */
    public boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", e.getMessage());
            return false;
        }
    }
}
