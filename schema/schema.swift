// The migrations of the warehouse, applied in the order of their names; see 0001-warehouse.sql.
