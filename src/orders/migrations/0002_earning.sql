ALTER TABLE orders_orders ADD COLUMN earns_at_us BIGINT;
