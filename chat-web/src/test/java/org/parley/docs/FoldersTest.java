package org.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A folder that one cannot survey at once should be two. */
class FoldersTest {
    private static final long MOST = 25;

    @Test
    void noFolderOfProductionCodeShouldHoldMoreFilesThanOneSees() {
        Stream<Path> scripts = Checkout.files(Checkout.WEBAPP, "").stream().filter(Files::isRegularFile);
        Map<Path, Long> files = Stream.concat(Checkout.mainSources().stream(), scripts)
                .collect(Collectors.groupingBy(
                        file -> Checkout.ROOT.relativize(file.getParent()), TreeMap::new, Collectors.counting()));

        assertThat(files).hasSizeGreaterThan(50);
        files.values().removeIf(count -> count <= MOST);
        assertThat(files).isEmpty();
    }
}
