package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Http;
import org.parley.it.server.OnEveryInstallation;

/** How a browser gets widget, console and loader. */
@Tag(OnEveryInstallation.ARTEFACT)
class PageFilesIT extends ProtocolSuite {
    private static final Pattern ASSET = Pattern.compile("\\.\\./(assets/[^\"]+)");

    @Test
    void pagesShouldBeAskedForAgainAndWhatTheyNameNever() {
        for (String page : List.of("/console/", "/widget/")) {
            Http.Answer answer = get(page, "identity");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
            List<String> assets = ASSET.matcher(answer.text())
                    .results()
                    .map((MatchResult asset) -> "/" + asset.group(1))
                    .toList();
            assertThat(assets).anyMatch(asset -> asset.endsWith(".js")).anyMatch(asset -> asset.endsWith(".css"));
            assertThat(assets).allSatisfy(asset -> {
                Http.Answer file = get(asset, "br, gzip");
                assertThat(file.status()).isEqualTo(200);
                assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
                assertThat(file.header("Content-Type")).startsWith(type(asset));
            });
        }
    }

    @Test
    void fileThatIsGoneShouldNotBeKeptAsMissing() {
        Http.Answer gone = get("/assets/app-AAAAAAAA.js", "gzip");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.header("Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void eachEncodingShouldHaveATagOfItsOwn() {
        Map<String, Http.Answer> answers = List.of("br", "gzip", "identity").stream()
                .collect(Collectors.toMap(encoding -> encoding, encoding -> get("/loader/parley.js", encoding)));
        answers.forEach((encoding, answer) -> {
            assertThat(answer.header("Content-Encoding")).isEqualTo(encoding.equals("identity") ? "" : encoding);
            assertThat(answer.header("Vary")).contains("Accept-Encoding");
            assertThat(known("/loader/parley.js", encoding, answer.header("ETag")))
                    .isEqualTo(304);
        });
        assertThat(answers.values())
                .extracting(answer -> answer.header("ETag"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(known("/loader/parley.js", "gzip", answers.get("br").header("ETag")))
                .isEqualTo(200);
    }

    @Test
    void whatIsRefusedShouldNotBeSent() {
        assertThat(get("/loader/parley.js", "br;q=0, gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(get("/loader/parley.js", "br;q=0, gzip;q=0").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void hostPagesShouldBeAbleToLoadBothFilesOfTheLoader() {
        for (String file : List.of("/loader/parley.js", "/loader/visits.js")) {
            Http.Answer answer = get(file, "gzip");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=300");
        }
        assertThat(get("/console/", "gzip").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void mapsOfTheSourcesShouldComeAsJson() {
        assertThat(get("/loader/parley.js.map", "gzip").header("Content-Type")).startsWith("application/json");
    }

    private static String type(String asset) {
        return asset.endsWith(".svg") ? "image/svg+xml" : asset.endsWith(".css") ? "text/css" : "text/javascript";
    }

    private int known(String path, String encoding, String tag) {
        return Http.to(parley().at(path))
                .header("Accept-Encoding", encoding)
                .header("If-None-Match", "\"other\", " + tag)
                .get()
                .status();
    }

    private Http.Answer get(String path, String encoding) {
        return Http.to(parley().at(path)).header("Accept-Encoding", encoding).get();
    }
}
