package org.parley.web.security;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A class loader that looks for each provider file once. All else is its parent's. */
final class RememberingLoader extends ClassLoader {
    private static final String PROVIDERS = "META-INF/services/";

    private final Map<String, List<URL>> found = new ConcurrentHashMap<>();

    RememberingLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(PROVIDERS)) {
            return super.getResources(name);
        }
        List<URL> files = found.get(name);
        if (files == null) {
            files = List.copyOf(Collections.list(super.getResources(name)));
            found.put(name, files);
        }
        return Collections.enumeration(files);
    }
}
