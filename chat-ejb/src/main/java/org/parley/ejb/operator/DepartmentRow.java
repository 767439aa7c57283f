package org.parley.ejb.operator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.parley.api.operator.Department;

@Entity
@Table(name = "department")
public class DepartmentRow {
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "department_key")
    private String key;

    private String name;

    protected DepartmentRow() {}

    public DepartmentRow(UUID id, String site, String key, String name) {
        this.id = id;
        this.site = site;
        this.key = key;
        this.name = name;
    }

    public Department toDepartment() {
        return new Department(id, site, key, name);
    }
}
