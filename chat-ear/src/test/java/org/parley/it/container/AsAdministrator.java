package org.parley.it.container;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;
import org.parley.api.security.Role;

/** A bean of the host application that the container lets act as an administrator. */
@Stateless
@PermitAll
@RunAs(Role.Names.ADMIN)
public class AsAdministrator {

    public <T> T call(Supplier<T> work) {
        return work.get();
    }
}
