package org.parley.web.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The encodings in which files may be sent, the best first. */
enum Encoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    PLAIN("identity", "");

    private final String token;
    private final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** As in {@code Content-Encoding}. */
    String token() {
        return token;
    }

    /** The suffix of files in this encoding, made by the build. */
    String suffix() {
        return suffix;
    }

    /**
     * @param header {@code Accept-Encoding} as RFC 9110 says, or null
     * @return the encodings that the client accepts, its favourite first; {@link #PLAIN} is always the last
     */
    static List<Encoding> acceptedBy(String header) {
        Map<String, Double> weights = weights(header == null ? "" : header.toLowerCase(Locale.ROOT));
        Comparator<Encoding> favourite = Comparator.comparing(encoding -> -encoding.weight(weights));
        Stream<Encoding> compressed = Stream.of(BROTLI, GZIP)
                .filter(encoding -> encoding.weight(weights) > 0)
                .sorted(favourite);
        return Stream.concat(compressed, Stream.of(PLAIN)).toList();
    }

    private double weight(Map<String, Double> weights) {
        return weights.getOrDefault(token, weights.getOrDefault("*", 0.0));
    }

    private static Map<String, Double> weights(String header) {
        Map<String, Double> weights = new HashMap<>();
        for (String choice : header.split(",")) {
            String[] parts = choice.split(";");
            weights.put(parts.length == 0 ? "" : parts[0].strip(), quality(parts));
        }
        return weights;
    }

    private static double quality(String[] parts) {
        for (String part : parts) {
            String[] pair = part.split("=");
            if (pair.length == 2 && pair[0].strip().equals("q")) {
                try {
                    return Double.parseDouble(pair[1].strip());
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
