package org.parley.ejb.operator;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.operator.Account;
import org.parley.api.security.Role;
import org.parley.ejb.database.NewTransaction;

/**
 * Makes the first administrator from two settings while there is none, and logs how while the settings are missing.
 * There is no default password.
 */
@Singleton
@Startup
@PermitAll
@DependsOn("Database")
public class FirstAdministrator {
    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @Inject
    Administrators administrators;

    @Inject
    AccountWriter accounts;

    @Inject
    NewTransaction newTransaction;

    @Inject
    @ConfigProperty(name = "parley.admin.username")
    Optional<String> username;

    @Inject
    @ConfigProperty(name = "parley.admin.password")
    Optional<String> password;

    @PostConstruct
    void look() {
        if (newTransaction.call(administrators::hasBuiltIn)) {
            return;
        }
        if (username.isPresent() && password.isPresent()) {
            newTransaction.call(() -> {
                Account account = new Account(username.get(), username.get(), password.get(), Role.ADMIN);
                return accounts.save(account).enable();
            });
            LOG.log(Level.INFO, "Made the first administrator, {0}. Remove parley.admin.password now.", username.get());
        } else {
            LOG.warning("Parley has no administrator yet. Either set parley.admin.username and parley.admin.password"
                    + " (system properties, or PARLEY_ADMIN_USERNAME and PARLEY_ADMIN_PASSWORD in the environment) and"
                    + " start again, or let the company's identity provider give a token with the group chat-admin.");
        }
    }
}
