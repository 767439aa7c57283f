package org.parley.ejb.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The database that the settings name, without any server's configuration: {@code parley.database.url} or, by default,
 * an H2 file in {@code parley.data}. The container makes it from {@link Database}'s definition, pools it and
 * enlists its connections in JTA.
 */
public class SettingsDataSource implements DataSource {
    /**
     * PostgreSQL mode, so that one set of migrations serves both. WRITE_DELAY=0 writes at each commit: an acknowledged
     * message must survive the end of the process.
     */
    static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000";

    private final Config config = ConfigProvider.getConfig(SettingsDataSource.class.getClassLoader());
    private final LastingConnection.Doubt doubt = new LastingConnection.Doubt();
    private String description = "";
    private int loginTimeout;
    private PrintWriter logWriter;

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(setting("parley.database.user"), setting("parley.database.password"));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        String url = url();
        if (url.startsWith("jdbc:postgresql:")) {
            // A batch of entries goes as one statement.
            properties.setProperty("reWriteBatchedInserts", "true");
        }
        for (Driver driver : ServiceLoader.load(Driver.class, SettingsDataSource.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                return LastingConnection.of(() -> driver.connect(url, properties), System::nanoTime, doubt);
            }
        }
        throw new SQLException("No JDBC driver understands the setting parley.database.url. Bundled are H2 and"
                + " PostgreSQL; for another database name the server's data source in parley.datasource.jndi.");
    }

    private String url() {
        String url = setting("parley.database.url");
        if (url.isEmpty()) {
            return "jdbc:h2:file:"
                    + java.nio.file.Path.of(setting("parley.data"))
                            .toAbsolutePath()
                            .resolve("parley") + H2_OPTIONS;
        }
        return url.startsWith("jdbc:h2:") && !url.contains(";MODE=") ? url + H2_OPTIONS : url;
    }

    private String setting(String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }

    /** WildFly accepts only definitions with a property; this one has no meaning. */
    public void setDescription(String description) {
        this.description = description;
    }

    public String getDescription() {
        return description;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Not a wrapper of " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
