package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

/** Many come at once, and each opens a socket: everybody with a token gets one. */
class ArrivalFloodIT extends ProtocolSuite {
    private static final int AT_ONCE = 50;
    private static final int ARRIVALS = 600;

    @Test
    void everyArrivalShouldBeAnsweredWithAVisitorOfItsOwn() {
        String site = cast.site();
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<String>> arrivals = IntStream.range(0, ARRIVALS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> arrive(site), crowd))
                    .toList();
            assertThat(arrivals).extracting(CompletableFuture::join).doesNotHaveDuplicates();
        } finally {
            crowd.shutdownNow();
        }
    }

    private String arrive(String site) {
        Http.Answer answer = Http.to(parley().at("/api/v1/visitors")).post(Json.object("site", site));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.body().path("visitor").asText();
        try (ChatSocket socket = cast.connect(answer.body().path("token").asText())) {
            JsonNode self = socket.hello().path("self");
            assertThat(self.path("id").asText()).isEqualTo(id);
        }
        return id;
    }
}
