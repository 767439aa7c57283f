package org.parley.ejb.security;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "secret")
public class SecretRow {
    @Id
    private String name;

    private String content;

    protected SecretRow() {}

    SecretRow(String name, String content) {
        this.name = name;
        this.content = content;
    }

    String content() {
        return content;
    }
}
