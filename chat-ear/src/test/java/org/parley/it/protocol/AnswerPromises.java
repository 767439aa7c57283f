package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.it.client.Http;

/** The answers of resources that {@code docs/protocol.md} promises. */
final class AnswerPromises {
    private static final Pattern STATUS = Pattern.compile("(20\\d)(?: `(\\{[^`]*})`)?.*");
    private static final Pattern LIST = Pattern.compile("20\\d, (a list|those) .*");
    /** A name at the outer level, but for those that may be absent. */
    private static final Pattern NAME = Pattern.compile("(?<!:)\"(\\w+)\"(?!\\?)");

    private final Map<String, List<String>> resources =
            DocumentTable.read("protocol.md", "Request").rows();

    /** Fails when the resource may not give this answer, by its status or its body. */
    void check(String resource, Http.Answer answer) {
        if (answer.status() >= 300) {
            checkProblem(resource, answer);
            return;
        }
        String promise = resource.equals("POST /poll") ? "200, a list of frames" : promise(resource);
        Matcher parts = STATUS.matcher(promise);
        assertThat(parts.matches()).as(resource + " promises " + promise).isTrue();
        assertThat(answer.status()).as(resource).isEqualTo(Integer.parseInt(parts.group(1)));
        if (answer.status() == 204) {
            assertThat(answer.text()).as(resource).isEmpty();
            return;
        }
        assertThat(answer.header("Content-Type")).as(resource).startsWith("application/json");
        JsonNode body = answer.body();
        assertThat(LIST.matcher(promise).matches() ? body.isArray() : body.isObject())
                .as("%s answers %s", resource, body)
                .isTrue();
        if (parts.group(2) != null) {
            assertThat(body.fieldNames()).toIterable().as(resource).containsAll(names(parts.group(2)));
        }
    }

    private String promise(String resource) {
        assertThat(resources).as("docs/protocol.md").containsKey(resource);
        List<String> cells = resources.get(resource);
        return cells.get(cells.size() - 1);
    }

    private static List<String> names(String fields) {
        return NAME.matcher(fields.replaceAll("\\[.*?]", ""))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("\"", ""))
                .toList();
    }

    private static void checkProblem(String resource, Http.Answer answer) {
        assertThat(answer.header("Content-Type")).as(resource).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).as(resource).isEqualTo(answer.status());
        assertThat(answer.code()).as(resource).isNotEmpty();
        assertThat(answer.body().path("detail").asText()).as(resource).isNotEmpty();
    }
}
