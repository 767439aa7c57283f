package org.parley.bench.server;

import java.net.URI;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Tokens;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** Parley on Payara Micro, with the settings that it ships and a database of its own. */
public final class ChatHost implements Host {

    public static final String SITE = "bench";

    private static final String SECRET = "the benchmark signs visitors' tokens by itself";

    private final String name;
    private final String database;
    private final ParleyServer server;

    public ChatHost(String name, String database, Trial trial) {
        this.name = name;
        this.database = database;
        server = ParleyServer.on(Database.H2)
                .option(Trial.HEAP)
                .with("parley.database.url", database)
                .with("parley.database.user", "postgres")
                .with("parley.database.password", "postgres")
                .with("parley.token.secret", SECRET)
                .shipped();
        trial.options().forEach(server::option);
        trial.commands().forEach(server::administer);
        trial.lateCommands().forEach(server::administerLate);
        trial.settings().forEach(setting -> server.option("-D" + setting));
        server.start();
        Http.to(server.at("/api/v1/sites/" + SITE))
                .bearer(Tokens.PROVIDER.sign(Tokens.claims("bench-admin", "Admin", "chat-admin")))
                .put(Json.object("name", "Benchmark"))
                .expect(200);
    }

    /** Signs tokens as {@code POST /visitors} would. */
    static Tokens visitorTokens() {
        return Tokens.hmac(SECRET);
    }

    public String database() {
        return database;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public URI socket() {
        return server.socket();
    }

    @Override
    public long pid() {
        return server.pid();
    }

    /** The address of something of Parley's, such as {@code /api/v1/health}. */
    public URI at(String path) {
        return server.at(path);
    }

    public URI origin() {
        return server.origin();
    }

    /** As a machine that loses its power, and comes back. */
    public void kill() {
        server.kill();
    }

    /** Returns when it answers. */
    public void startAgain() {
        server.start();
    }

    @Override
    public void close() {
        server.close();
    }
}
