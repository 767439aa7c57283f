package org.parley.ejb.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.Merging;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class MergingBean implements Merging {
    @Inject
    Merger merger;

    @Inject
    Unmerger unmerger;

    @Inject
    Adopter adopter;

    @Override
    public Entry merge(Caller staff, UUID conversation, UUID into, String id) {
        return merger.merge(staff, conversation, into, id);
    }

    @Override
    public Entry unmerge(Caller staff, UUID conversation, String id) {
        return unmerger.unmerge(staff, conversation, id);
    }

    @Override
    @RolesAllowed(Role.Names.VISITOR)
    public void adopt(Caller anonymous, UUID proven) {
        adopter.adopt(anonymous.participant(), proven);
    }
}
