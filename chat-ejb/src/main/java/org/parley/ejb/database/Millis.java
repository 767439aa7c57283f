package org.parley.ejb.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/**
 * Keeps the instants of entities as milliseconds since 1970 (ADR-0004). Rows that the journal reads past the entity manager,
 * and those with whose times queries calculate, have the number itself.
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
