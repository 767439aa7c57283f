package org.parley.api.conversation;

import java.util.List;

/** A conversation and the receipts of its participants, in no order, maybe empty. */
public record Followed(Conversation conversation, List<Receipt> receipts) {
    public Followed {
        receipts = List.copyOf(receipts);
    }
}
