package org.parley.ejb.security;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.security.TokenSecret;
import org.parley.ejb.database.FindOrMake;
import org.parley.ejb.database.NewTransaction;

/** Keeps the secrets in the database, where all nodes find it, unless settings give them. */
@Singleton
@Startup
@PermitAll
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TokenSecretBean implements TokenSecret {
    private static final String NAME = "token";
    private static final String OTHER_NAME = "token-other";
    private static final int BYTES = 32;

    @Inject
    EntityManager entityManager;

    @Inject
    FindOrMake findOrMake;

    @Inject
    NewTransaction newTransaction;

    @Inject
    @ConfigProperty(name = "parley.token.secret")
    Optional<String> setting;

    @Inject
    @ConfigProperty(name = "parley.token.other-secret")
    Optional<String> otherSetting;

    private List<byte[]> keys;

    @PostConstruct
    void load() {
        byte[] signing = setting.map(text -> bytes("parley.token.secret", text)).orElseGet(this::stored);
        Optional<byte[]> other = otherSetting
                .map(text -> bytes("parley.token.other-secret", text))
                .or(() -> newTransaction.call(() -> find(OTHER_NAME)).map(TokenSecretBean::decoded));
        keys = Stream.concat(Stream.of(signing), other.stream()).toList();
    }

    private static byte[] bytes(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < BYTES) {
            throw new IllegalStateException("The setting " + name + " needs at least 32 bytes.");
        }
        return bytes;
    }

    private byte[] stored() {
        return decoded(findOrMake.row(() -> find(NAME), () -> {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            SecretRow row = new SecretRow(NAME, Base64.getEncoder().encodeToString(random));
            entityManager.persist(row);
            return row.content();
        }));
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(entityManager.find(SecretRow.class, name)).map(SecretRow::content);
    }

    private static byte[] decoded(String content) {
        return Base64.getDecoder().decode(content);
    }

    @Override
    public List<byte[]> keys() {
        return keys.stream().map(byte[]::clone).toList();
    }
}
