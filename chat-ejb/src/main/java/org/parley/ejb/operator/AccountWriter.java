package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Account;
import org.parley.api.operator.Operator;
import org.parley.api.security.Role;
import org.parley.ejb.database.ShownName;

/** Makes and changes built-in accounts, within the caller's transaction. */
@ApplicationScoped
public class AccountWriter {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{1,64}");

    @Inject
    OperatorRows rows;

    @Inject
    Passwords passwords;

    @Inject
    Administrators administrators;

    @Inject
    SessionEnder sessions;

    @Inject
    @ConfigProperty(name = "parley.password.min-length")
    int minLength;

    OperatorRow save(Account said) {
        OperatorRow row = rows.find(OperatorRow.BUILT_IN, said.username()).orElse(null);
        Account account = row == null ? said : completed(said, row.toOperator());
        check(account);
        if (row == null) {
            if (account.password() == null) {
                throw ChatException.invalid("password", "A new account needs a password.");
            }
            row = rows.make(OperatorRow.BUILT_IN, account.username(), account.name(), account.role());
        } else {
            change(row, account);
        }
        if (account.password() != null) {
            row.changePassword(passwords.hash(account.password()));
        }
        return row;
    }

    private void change(OperatorRow row, Account account) {
        if (account.role() != Role.ADMIN) {
            administrators.checkAnotherStays(row);
        }
        if (account.role() != row.toOperator().role() || account.password() != null) {
            sessions.end(row);
        }
        row.update(account.name(), account.role());
    }

    private static Account completed(Account said, Operator stored) {
        return new Account(
                said.username(),
                said.name() == null ? stored.name() : said.name(),
                said.password(),
                said.role() == null ? stored.role() : said.role());
    }

    private void check(Account account) {
        if (account.username() == null || !USERNAME.matcher(account.username()).matches()) {
            throw ChatException.invalid("username", "A user name is 1 to 64 of a-z, 0-9, dot, hyphen and underscore.");
        }
        if (ShownName.of(account.name()) == null || account.name().length() > 100) {
            throw ChatException.invalid("name", "An account needs a name of 1 to 100 characters.");
        }
        if (account.role() == null || account.role() == Role.VISITOR) {
            throw ChatException.invalid("role", "The role is chat-operator, chat-supervisor or chat-admin.");
        }
        if (account.password() != null
                && (account.password().length() < minLength
                        || account.password().length() > 200)) {
            throw ChatException.invalid("password", "A password has " + minLength + " to 200 characters.");
        }
    }
}
