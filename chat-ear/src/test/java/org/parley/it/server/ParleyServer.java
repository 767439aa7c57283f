package org.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** {@code chat.war} on Payara Micro, in a process of its own. */
public final class ParleyServer implements Parley, AutoCloseable {

    private final int port = Ports.free();
    private final Path folder;
    private final MicroCommand command;
    private final Map<String, String> database;
    private ServerProcess process;

    private ParleyServer(Map<String, String> database) {
        this(database, Workshop.war());
    }

    private ParleyServer(Map<String, String> database, Path war) {
        this.database = database;
        command = new MicroCommand(war).frugal().option("-Xmx512m");
        folder = Workshop.folder(database.isEmpty() ? "micro-h2" : "micro-postgresql");
        TestSettings.COMMON.forEach(command::setting);
        command.setting("parley.data", folder.resolve("data").toString());
        database.forEach(command::setting);
    }

    /** The server of {@link Installation#MICRO_POSTGRESQL}, for classes that can share it and leave it running. */
    public static ParleyServer shared() {
        return (ParleyServer) Installation.MICRO_POSTGRESQL.parley();
    }

    public static ParleyServer on(Database database) {
        return new ParleyServer(database.settings());
    }

    /** Another node on this one's PostgreSQL database, where it finds the secret of the tokens too. */
    public ParleyServer node() {
        return new ParleyServer(database);
    }

    /** On a new database of the caller's PostgreSQL. */
    public static ParleyServer on(Postgres postgres) {
        return new ParleyServer(postgres.freshSettings());
    }

    /** With another archive than the built one. */
    public static ParleyServer of(Path war) {
        return new ParleyServer(Database.H2.settings(), war);
    }

    public ParleyServer with(String setting, Object value) {
        command.setting(setting, value.toString());
        return this;
    }

    /** An option of the virtual machine. */
    public ParleyServer option(String option) {
        command.option(option);
        return this;
    }

    /** With the options and the server's settings that Parley ships. */
    public ParleyServer shipped() {
        command.shipped();
        return this;
    }

    /** A command of the server's administrator, run before the server starts. */
    public ParleyServer administer(String administration) {
        command.administer(administration);
        return this;
    }

    /** A command of the server's administrator, run between the server's start and the application's deployment. */
    public ParleyServer administerLate(String administration) {
        command.administerLate(administration);
        return this;
    }

    /** A library of the administrator's, such as a JDBC driver. */
    public ParleyServer library(Path jar) {
        command.library(jar);
        return this;
    }

    public ParleyServer without(String setting) {
        command.without(setting);
        return this;
    }

    /** Returns when the health address says that the application is up. */
    public ParleyServer start() {
        process = new ServerProcess(command.line(folder, port), Map.of(), folder, folder.resolve("server.log"));
        process.awaitHealth(at("/api/v1/health"));
        if (command.isFrugal()) {
            ClassArchive.makeOf(process);
        }
        return this;
    }

    /** The data folder. */
    public Path data() {
        return folder.resolve("data");
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL. A {@link #start} afterwards uses the same port and the same data. */
    public void kill() {
        process.kill();
    }

    /** SIGTERM, as a service manager does it; returns when the process has ended. */
    public void stop() {
        process.stop();
    }

    /** What the server has logged so far, line by line. */
    public List<String> log() {
        try {
            return Files.readAllLines(folder.resolve("server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many objects of a class are alive in the server, after a full collection. */
    public long live(String className) {
        return process.live(className);
    }

    /** Bytes of all objects that are alive in the server, after a full collection. */
    public long heap() {
        return process.heap();
    }

    /** The PostgreSQL database that it works on. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(
                database.get("parley.database.url"),
                database.get("parley.database.user"),
                database.get("parley.database.password"));
    }

    @Override
    public void close() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public URI origin() {
        return URI.create("http://localhost:" + port);
    }
}
