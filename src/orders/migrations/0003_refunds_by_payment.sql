-- Every refund of a payment is read when its money is settled, the confirmed ones too.
CREATE INDEX orders_refunds_by_payment ON orders_refunds (payment_id, id);
