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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.security.TokenSecret;
import org.parley.ejb.database.NewTransaction;

/** Keeps the secret in the database, where all nodes find it, unless a setting gives it. */
@Singleton
@Startup
@PermitAll
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TokenSecretBean implements TokenSecret {
    private static final String NAME = "token";
    private static final int BYTES = 32;

    @Inject
    EntityManager entityManager;

    @Inject
    NewTransaction newTransaction;

    @Inject
    @ConfigProperty(name = "parley.token.secret")
    Optional<String> setting;

    private byte[] key;

    @PostConstruct
    void load() {
        key = setting.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(this::stored);
        if (key.length < BYTES) {
            throw new IllegalStateException("The setting parley.token.secret needs at least 32 bytes.");
        }
    }

    private byte[] stored() {
        String content = newTransaction.findOrMake(
                newTransaction,
                () -> Optional.ofNullable(entityManager.find(SecretRow.class, NAME))
                        .map(SecretRow::content),
                () -> {
                    byte[] random = new byte[BYTES];
                    new SecureRandom().nextBytes(random);
                    SecretRow row = new SecretRow(NAME, Base64.getEncoder().encodeToString(random));
                    entityManager.persist(row);
                    return row.content();
                });
        return Base64.getDecoder().decode(content);
    }

    @Override
    public byte[] key() {
        return key.clone();
    }
}
