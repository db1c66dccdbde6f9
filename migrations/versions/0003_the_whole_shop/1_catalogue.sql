-- Products that were deleted: few among many, and listed by themselves.

CREATE INDEX ix_products_deleted ON public.products (name, id) WHERE is_deleted;
