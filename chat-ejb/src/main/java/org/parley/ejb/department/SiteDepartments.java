package org.parley.ejb.department;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.api.department.ConfiguredDepartment;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** All departments of one site, and their common rules. */
final class SiteDepartments {
    private final Map<String, DepartmentRow> byKey;
    private final Map<DepartmentId, String> keys;

    SiteDepartments(List<DepartmentRow> rows) {
        byKey = rows.stream().collect(Collectors.toMap(DepartmentRow::key, Function.identity()));
        keys = rows.stream().collect(Collectors.toMap(DepartmentRow::id, DepartmentRow::key));
    }

    /** By name and key. */
    Stream<DepartmentRow> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(
                                (DepartmentRow row) -> row.toDepartment().name())
                        .thenComparing(DepartmentRow::key));
    }

    Optional<DepartmentRow> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Null for null. */
    DepartmentId id(String key) {
        return key == null ? null : byKey.get(key).id();
    }

    /** The key of the department that takes over; null for none. */
    String fallbackOf(DepartmentRow row) {
        return row.fallback() == null ? null : keys.get(row.fallback());
    }

    ConfiguredDepartment configured(DepartmentRow row) {
        return new ConfiguredDepartment(row.toDepartment(), row.toSettings(fallbackOf(row)));
    }

    void checkFallback(String key, String wanted) {
        Map<String, String> fallbacks = new HashMap<>();
        byKey.values().forEach(row -> fallbacks.put(row.key(), fallbackOf(row)));
        fallbacks.put(key, wanted);
        DepartmentRules.checkFallback(key, fallbacks, byKey.keySet());
    }

    void checkAnotherIsEnabled(DepartmentRow row) {
        if (byKey.values().stream().noneMatch(other -> other != row && other.isEnabled())) {
            throw new ChatException(ErrorCode.CONFLICT, "A site keeps at least one department that is enabled.");
        }
    }

    void checkNobodyFallsBackTo(DepartmentRow row) {
        byKey.values().stream()
                .filter(other -> row.id().equals(other.fallback()))
                .findFirst()
                .ifPresent(other -> {
                    throw new ChatException(
                            ErrorCode.CONFLICT, "The department " + other.key() + " falls back to this one.");
                });
    }
}
