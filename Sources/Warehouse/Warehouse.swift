// Warehouse: to be filled.
