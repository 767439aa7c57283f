package org.parley.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Talk;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** An administrator's own pool, with a driver of their own, named by one setting. */
class JndiDataSourceIT {

    @Test
    void administratorsDataSourceShouldHoldTheConversations() throws Exception {
        String url = Database.freshPostgres();
        URI address = URI.create(url.substring("jdbc:".length()));
        try (ParleyServer server = ParleyServer.on(Database.H2)
                        .with("parley.datasource.jndi", "jdbc/company")
                        .library(driver())
                        .administer("create-jdbc-connection-pool --restype javax.sql.DataSource --datasourceclassname"
                                + " org.postgresql.ds.PGSimpleDataSource --property user=postgres:password=postgres:"
                                + "serverName=localhost:portNumber=" + address.getPort() + ":databaseName="
                                + address.getPath().substring(1) + " company")
                        .administer("create-jdbc-resource --connectionpoolid company jdbc/company")
                        .start();
                Cast cast = new Cast(server)) {
            Talk talk = cast.talk();
            ChatSocket visitor = talk.visitor();
            JsonNode ack = visitor.ack("send", "conversation", talk.id(), "text", "Into the company's database");

            assertThat(texts(url, talk.id(), ack.path("seq").asLong())).isEqualTo("Into the company's database");
        }
    }

    private static Path driver() throws Exception {
        return Path.of(org.postgresql.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String texts(String url, String conversation, long seq) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select text from entry where conversation_id = '" + conversation
                                + "' and log = 'PUBLIC' and seq = " + seq)) {
            return rows.next() ? rows.getString(1) : "no entry";
        }
    }
}
