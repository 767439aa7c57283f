package org.parley.ejb.operator;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Accounts;
import org.parley.api.security.Standing;
import org.parley.ejb.database.NewTransaction;
import org.parley.ejb.security.SessionRows;

@Stateless
@PermitAll
public class AccountsBean implements Accounts {
    @Inject
    OperatorRows rows;

    @Inject
    Passwords passwords;

    @Inject
    SessionRows sessions;

    @Inject
    KnownAddresses addresses;

    @Inject
    NewTransaction newTransaction;

    // Hashing takes long: no connection is held meanwhile.
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Standing authenticate(String username, String password) {
        Optional<OperatorRow> row = newTransaction.call(() -> rows.find(OperatorRow.BUILT_IN, username));
        // As it was before the password was checked: a change meanwhile ends this session, too.
        Optional<Standing> standing = row.map(known -> newTransaction.call(() -> known.toStanding(sessions.epoch())));
        if (!passwords.verify(password, row.map(OperatorRow::passwordHash).orElse(null))) {
            throw new ChatException(ErrorCode.UNAUTHORIZED, "The user name or the password is wrong.");
        }
        if (!standing.orElseThrow().enabled()) {
            throw ChatException.disabled();
        }
        return standing.get();
    }

    @Override
    public boolean knows(String username, String address) {
        return addresses.has(username, address);
    }

    @Override
    public void signedIn(String username, String address) {
        addresses.add(username, address);
    }
}
