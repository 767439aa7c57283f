package org.parley.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** What axe has to say about a page and its frames: nothing. */
final class Accessible {

    private Accessible() {}

    static void check(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("axe at " + page.url())
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes())
                .isEmpty();
    }
}
