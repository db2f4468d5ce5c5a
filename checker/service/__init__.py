"""The checker as a small web service for content management systems (extra ``[serve]``)."""
