package org.parley.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Checks that axe finds nothing wrong with a page and its frames. */
final class Accessible {

    /** All rules, without a list of passes. */
    private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

    static {
        VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private Accessible() {}

    static void check(Page page) {
        // Its way for frames opens a page of its own, and takes three times as long.
        boolean alone = page.frames().size() == 1;
        assertThat(new AxeBuilder(page)
                        .options(VIOLATIONS)
                        .setLegacyMode(alone)
                        .analyze()
                        .getViolations())
                .as("axe at " + page.url())
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " at " + rule.getNodes())
                .isEmpty();
    }
}
