package org.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One request to the HTTP side. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpRequest.Builder request;

    private Http(URI address) {
        request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
    }

    public static Http to(URI address) {
        return new Http(address);
    }

    public Http bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Http header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Answer get() {
        return send("GET", BodyPublishers.noBody());
    }

    public Answer delete() {
        return send("DELETE", BodyPublishers.noBody());
    }

    public Answer post(JsonNode body) {
        return json("POST", body.toString());
    }

    public Answer put(JsonNode body) {
        return json("PUT", body.toString());
    }

    public Answer json(String method, String body) {
        request.header("Content-Type", "application/json");
        return send(method, BodyPublishers.ofString(body));
    }

    private Answer send(String method, BodyPublisher body) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public JsonNode body() {
            return text.isBlank() ? MissingNode.getInstance() : Json.parse(text);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String code() {
            return body().path("code").asText();
        }

        /** The body, when the status is the one hoped for. */
        public JsonNode expect(int hoped) {
            if (status != hoped) {
                throw new AssertionError("HTTP " + status + " instead of " + hoped + ": " + text);
            }
            return body();
        }
    }
}
