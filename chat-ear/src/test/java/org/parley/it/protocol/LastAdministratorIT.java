package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.server.ParleyServer;
import org.parley.it.server.TestSettings;

/** Not on the usual server, because the administrators and the whole database are at stake. */
class LastAdministratorIT {

    private static ParleyServer server;

    @BeforeAll
    static void findServer() {
        server = RestartedServerIT.server();
    }

    @Test
    void ofTwoAdministratorsWhoDisableEachOtherOneShouldStay() throws IOException {
        try (Cast cast = new Cast(server)) {
            new AdministratorRace(server, server).run(cast.token("chat-admin"));
        }
    }

    @Test
    void restoredBackupShouldEndAllSessionsAndARestartNone(@TempDir Path backup) throws IOException {
        Path data = server.data();
        assertThat(Files.getPosixFilePermissions(data)).hasSize(3);
        String before = Cast.login(server, TestSettings.ADMIN);
        server.stop();
        copy(data, backup);
        server.start();
        assertThat(sites(before)).isEqualTo(200);
        String since = Cast.login(server, TestSettings.ADMIN);

        server.stop();
        copy(backup, data);
        server.start();
        assertThat(sites(before)).isEqualTo(401);
        assertThat(sites(since)).isEqualTo(401);
        assertThat(sites(Cast.login(server, TestSettings.ADMIN))).isEqualTo(200);
        // Tokens tell whole seconds, so those of the provider from this second count as older than the restore.
        try (Cast cast = new Cast(server)) {
            await().until(() -> sites(cast.token("chat-admin")) == 200);
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files)
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
        }
    }

    /** The tokens of the company's provider, which are older than the database, stay good. */
    @Test
    void newDatabaseBesideAnOldFolderShouldNotPassForABackup(@TempDir Path aside) throws IOException {
        try (Cast cast = new Cast(server)) {
            String provided = cast.token("chat-admin");
            assertThat(sites(provided)).isEqualTo(200);
            server.stop();
            Files.move(server.data().resolve("parley.mv.db"), aside.resolve("parley.mv.db"));
            assertThat(server.data().resolve("restored.mark")).exists();

            server.start();

            assertThat(sites(provided)).isEqualTo(200);
        }
    }

    private static int sites(String token) {
        return Http.to(server.at("/api/v1/sites")).bearer(token).get().status();
    }

    /** Copies all files, as a person would to restore a backup. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
