package org.parley.ejb.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/**
 * Keeps the instants of entities as milliseconds since 1970 (ADR-0004). Rows of the journal keep the number itself, and
 * so do rows whose times take part in queries.
 */
@Converter(autoApply = true)
public class Millis implements AttributeConverter<Instant, Long> {
    @Override
    public Long convertToDatabaseColumn(Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    @Override
    public Instant convertToEntityAttribute(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
