package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.SlowClient;
import org.parley.it.server.ParleyServer;

/** Other people's mistakes do not fill the log of a server with the shipped settings. */
class QuietLogIT {
    private static final int TIMES = 5;

    private static ParleyServer server;

    @BeforeAll
    static void findServer() {
        server = ShippedServerIT.server();
    }

    @Test
    void abortedRequestsShouldCostALineAtMost() throws IOException {
        try (Cast cast = new Cast(server)) {
            List<String> heads = List.of(
                    "POST /chat/api/v1/visitors HTTP/1.1\r\nContent-Length: 60\r\n",
                    "POST /chat/api/v1/visitors HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                    "POST /chat/api/v1/login HTTP/1.1\r\nContent-Length: 60\r\n",
                    "POST /chat/api/v1/poll HTTP/1.1\r\nContent-Length: 60\r\nAuthorization: Bearer "
                            + cast.visitor().token() + "\r\n",
                    "GET /chat/loader/parley.js HTTP/1.1\r\n",
                    "GET /chat/api/v1/health HTTP/1.1\r\n");
            int before = server.log().size();
            for (int i = 0; i < TIMES; i++) {
                for (String head : heads) {
                    try (SlowClient client = new SlowClient(server.origin(), 0x0401)) {
                        client.send(head + "Host: localhost\r\n\r\n").drip("{");
                    }
                }
            }
            Http.to(server.at("/api/v1/health")).get().expect(200);
            assertThat(since(before)).hasSizeLessThanOrEqualTo(TIMES * heads.size());
        }
    }

    @Test
    void refusalsShouldTellNoStackTrace() throws IOException {
        try (Cast cast = new Cast(server)) {
            Cast.Waiting waiting = cast.waiting();
            int before = server.log().size();
            for (String command : List.of("accept", "decline", "takeover", "note", "whisper", "follow", "merge")) {
                waiting.visitor().ask(command, "conversation", waiting.id(), "text", "x", "into", waiting.id());
            }
            ChatSocket operator = cast.operator().live();
            operator.refused("forbidden", "takeover", "conversation", waiting.id());
            operator.refused("forbidden", "watch", "topics", List.of("board"));
            for (String resource : List.of("/sites", "/operators", "/board", "/invitations", "/visitors/x/trail")) {
                assertThat(Http.to(server.at("/api/v1" + resource))
                                .bearer(waiting.person().token())
                                .get()
                                .status())
                        .isEqualTo(403);
            }
            assertThat(since(before)).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private static List<String> since(int lines) {
        List<String> log = server.log();
        return log.subList(lines, log.size()).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
