"""Mail: deliveries, the job that sends them, their texts, and the transports that take them."""
